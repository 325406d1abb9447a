"""What each kind of audit event is called: on the trail's pages and wherever else a look or change is named."""

from __future__ import annotations

_SEEING = {
    "team": "Looked at a team",
    "home": "Opened the home page",
    "search": "Searched",
    "search_budget_exceeded": "Searched more than allowed",
    "open": "Opened a record with a reason",
    "shared_practitioners": "Looked at shared practitioners",
    "notices": "Read notices",
    "notices_seen": "Marked notices as read",
}
_EMERGENCY = {
    "state_justification": "Stated a justification for emergency access",
    "emergency_search": "Searched for emergency access",
    "break_glass": "Used emergency access",
    "ask_break_glass": "Asked for emergency access",
    "view_break_glass_request": "Looked at a request for emergency access",
    "accept_break_glass": "Accepted a request for emergency access",
    "decline_break_glass": "Declined a request for emergency access",
    "withdraw_break_glass": "Took back a request for emergency access",
    "end_break_glass": "Ended emergency access",
}
_SIGNING_IN = {
    "sign_in": "Signed in",
    "password_accepted": "Gave the right password, before the second step",
    "sign_in_failed": "Sign-in failed",
    "sign_in_throttled": "Sign-in held back after many tries",
    "second_factor_failed": "Second step failed",
    "second_factor_throttled": "Second step held back after many tries",
    "second_factor_set_up": "Set up two-step sign-in",
    "recovery_code_used": "Used a recovery code",
    "recovery_codes_renewed": "Made new recovery codes",
    "change_password": "Changed their own password",
    "own_password_failed": "Gave a wrong password for their own account",
    "accept_invitation": "Took up an invitation",
    "sign_out": "Signed out",
}
_AUDITING = {
    "state_purpose": "Stated a purpose",
    "view_access": "Looked at who can see",
    "view_as": "Looked at a page as another account gets it",
    "what_if": "Tried what a change would do",
    "view_trail": "Looked at the audit trail",
    "view_privacy_queue": "Looked at the privacy queue",
    "view_queue_item": "Looked at an item of the privacy queue",
    "close_queue_item": "Closed an item of the privacy queue",
    "subject_access": "Worked on a subject access report",
}
_CHANGING = {
    "look_before_shield": "Looked at a family before shielding",
    "shield": "Shielded a person",
    "bar": "Barred an account from a person",
    "look_before_adding": "Looked at a person before adding an involvement",
    "add_own_involvement": "Added their own involvement",
    "add_involvement": "Asked a colleague to confirm an involvement",
    "look_at_involvement": "Looked at an involvement before changing it",
    "look_at_own_involvements": "Looked at all that they hold",
    "look_before_leaving": "Looked at what somebody holds who leaves",
    "change_involvement": "Changed an involvement",
    "end_involvement": "Ended an involvement",
    "hand_over": "Asked a colleague to take over an involvement",
    "leave": "Ended or handed over what somebody holds who leaves",
    "ask_to_lead": "Asked to lead",
    "withdraw_lead": "Took back a request to lead",
    "agree_to_lead": "Agreed that somebody else leads",
    "lead_taken": "Led from when two working days had passed",
    "lead_lapsed": "Did not lead: they might not any more when two working days had passed",
    "look_at_links": "Looked at a family’s links",
    "link": "Linked two people",
    "end_link": "Ended a link between two people",
    "end_membership": "Ended a membership of a family",
    "look_at_proposals": "Looked at proposals",
    "look_at_proposal": "Looked at a proposal",
    "propose_unshield": "Proposed to end a shield",
    "propose_lift_bar": "Proposed to lift a bar",
}
_ANSWERS = {"accept": "Accepted", "decline": "Declined", "withdraw": "Took back"}
_ANSWERED = {
    "own_involvement": "somebody’s own involvement",
    "involvement": "an involvement",
    "hand_over": "a hand-over",
    "reconfirm": "that somebody’s work goes on after two records were merged",
    "link": "a link between two people",
    "membership": "a membership of a family",
    "unshield": "the end of a shield",
    "lift_bar": "the end of a bar",
    "consent": "a decision about consent",
}
_ADMINISTERING = {
    "create_account": "Made an account",
    "set_password": "Set a password",
    "reset_second_factor": "Reset a second factor",
    "invite_account": "Invited the holder of an account",
    "invite_again": "Sent an invitation again",
    "suspend_account": "Suspended an account",
    "reactivate_account": "Reactivated an account",
    "change_role": "Changed a role",
    "accept_role": "Accepted a role that waited",
    "close_role": "Took a waiting role off the list",
    "create_practitioner": "Made a practitioner",
    "edit_practitioner": "Changed a practitioner",
    "join_agency": "Noted from when somebody works for an agency",
    "leave_agency": "Noted until when somebody works for an agency",
    "create_agency": "Made an agency",
    "edit_agency": "Changed an agency",
    "create_agreement": "Made an agreement",
    "sign_agreement": "Noted a signature of an agreement",
    "end_agreement": "Noted the end of an agreement",
    "schedule_go_live": "Chose the day on which agencies go live",
    "call_off_go_live": "Called a go-live off",
    "go_live": "Agencies went live",
    "create_involvement_type": "Made an involvement type",
    "edit_involvement_type": "Changed an involvement type",
}
_FAMILIES = {
    "add_client": "Added a client",
    "look_at_added": "Looked at whom they had added",
    "take_back_client": "Took back a client they had added",
    "look_at_details": "Looked at what is recorded of a person",
    "change_details": "Changed what is recorded of a person",
    "look_at_consent": "Looked at decisions about consent",
    "preview_consent": "Looked at what a decision about consent would change",
    "record_consent": "Recorded a decision about consent",
    "remind_of_consent": "Reminded of a decision about consent that ends",
    "look_at_records": "Compared two records that may be of one person",
    "merge_records": "Merged two records of one person",
    "part_records": "Parted two records that had been merged",
    "move_members": "Moved members of a family to another",
    "take_back_move": "Took back a move of members",
}
_FEEDBACK = {
    "give_feedback": "Said something about Patchwork",
    "answer_feedback": "Answered what somebody said about Patchwork",
    "tell_useful": "Told whether a search was of use",
}
_KEEPING_TRUE = {
    "change_contact_details": "Changed their own contact details",
    "change_duty_contact": "Changed an agency’s duty contact or its reminders",
    "confirm_email": "Confirmed an e-mail address",
    "look_at_own_involvements": "Looked at their own involvements",
    "what_changed": "Looked at what changed around their families",
    "choose_digest": "Chose how often to hear of changes",
    "still_true_asked": "Was asked by e-mail whether involvements still hold",
    "still_true_yes": "Said that an involvement still holds",
    "still_true_ended": "Said that an involvement has ended",
    "still_true_handed_over": "Said that somebody else has an involvement now",
}
_BY_COMMAND = {
    "import": "Imported a file",
    "export": "Exported everything",
    "forget_audit": "Deleted what old events said",
    "restore": "Restored a backup",
    "access_matrix": "Asked who may see what",
    "access_identities": "Asked how much of people shows",
    "access_explain": "Asked why an involvement shows",
    "access_viewers": "Asked who can see an involvement",
}
KINDS = {
    **_SEEING,
    **_EMERGENCY,
    **_SIGNING_IN,
    **_AUDITING,
    **_CHANGING,
    **{
        f"{verdict}_{kind}": f"{answer} {asked}"
        for verdict, answer in _ANSWERS.items()
        for kind, asked in _ANSWERED.items()
    },
    **_ADMINISTERING,
    **_FAMILIES,
    **_FEEDBACK,
    **_KEEPING_TRUE,
    **_BY_COMMAND,
}
"""Every kind that is recorded, with its words."""


def what(kind: str) -> str:
    """What was done; a kind of an older version that has no words here is told by its own."""
    return KINDS.get(kind, kind.replace("_", " ").capitalize())

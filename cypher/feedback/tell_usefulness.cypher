// Keep whether a look was of use, by its week alone and not by whom; the same id again changes nothing.
// mode: write
// sight: none: nobody is named, neither who answers nor about whom
// param id: string
// param week: date
// param reached: string
// param within: string?
MERGE (useful:Usefulness {id: $id})
ON CREATE SET useful.week = $week, useful.reached = $reached, useful.within = $within

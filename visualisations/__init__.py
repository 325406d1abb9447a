"""Pictures of a team: pure functions from what an account may see to positions, SVG and network data.

No Flask, no Neo4j, no clock, no randomness; the same input gives the same bytes. Imports the row types of graph only.

The page of a team needs one call:

    from visualisations.team_drawing import TeamDisplay, draw_team

    display = TeamDisplay(today=moment.today, viewer_practitioner="pr-1", new_involvements=frozenset({"inv-9"}))
    drawing = draw_team(team, display)

    drawing.svg_desktop   str: <svg> with <title> and <desc>, 668 x 584 css px at 100 %, also for print
    drawing.svg_phone     str: <svg>, 328 x 640 css px, its own layout
    drawing.view          (x, y, width, height): the desktop picture's viewBox; x and y below are in these units
    drawing.network       NetworkData(nodes, edges, options): lists and dicts, JSON-serialisable, for vis-network
    drawing.nodes         tuple of NodeDescription(id, kind, x, y, width, height, lines, name, neighbours, card, icon),
                          in the order of the keyboard; `name` is the accessible name, `neighbours` are node ids,
                          `card` names what the node opens (equal to its id): "practitioner-<id>",
                          "broker-<practitioner id>", "entry-<agency id>", "agency-<id>" or "person-<id>"
    drawing.legend        tuple of LegendEntry(key, label, svg): only what occurs here; `key` is the kind of node or
                          edge that a filter button switches

Node kinds: subject, client, family, practitioner, lead, ended, agency, entry (agency level), broker.
Edge kinds: current, lead, ended, dotted (agency or broker only), kin, works.
In the SVG a node is <a class="node k-KIND" data-node="ID" href="#row-ID"> where a row of the table stands for it
(practitioner, lead, ended, broker, entry; the table gives its rows the id "row-" + node id), otherwise
<g class="node k-KIND" data-node="ID">; an edge is <g class="edge e-KIND" data-from="ID" data-to="ID">.
Everything is drawn by presentation attributes, so it needs no style sheet; classes are there for filters and focus.

Icons are <symbol>s that a page holds once, in its body, before the pictures:

    from visualisations.icons import icon_sheet, icon_of_kind

    icon_sheet()                     str: hidden <svg> with every symbol, ids "i-<icon>"
    icon_of_kind("general_practice") str: the icon's name for a kind of agency, e.g. "cross"

    visualisations.svg.standalone(drawing.svg_desktop)   the same picture as a file of its own (symbols inside)

The picture of practitioners shared between families:

    from visualisations.shared_practitioners import SharedFamily, SharedPractitioner, draw_shared

    drawing = draw_shared(
        families=(SharedFamily(id="f1", name="Marsh"), ...),
        practitioners=(SharedPractitioner(id="p1", name="Priya Nair", agency_name="...", families=("f1", "f2")), ...),
    )
    drawing.svg, drawing.view, drawing.network, drawing.nodes (node kinds family, practitioner; ids "family-<id>",
    "practitioner-<id>"), drawing.left_out (families, practitioners listed in the table only), drawing.statement
    (str | None: the sentence that says so)
"""

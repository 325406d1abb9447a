// How many said since a day whether they reached somebody, and how soon.
// mode: read
// sight: none: nobody is named, neither who answers nor about whom
// param since: date
// column reached: string
// column within: string?
// column times: integer
// row: graph.feedback.UsefulnessRow
// order: reached, within
MATCH (useful:Usefulness)
WHERE useful.week >= $since
RETURN useful.reached AS reached, useful.within AS within, count(useful) AS times
ORDER BY reached, within

// The viewer fragment without its rules: for measuring what the rules cost.
// fragment: in v; out v, plain_types, findable_types
WITH *, [] AS findable_types

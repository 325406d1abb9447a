// Finding somebody by the variants of a name and a year of birth: terms of letters and digits, made by graph.search_keys.
CREATE FULLTEXT INDEX person_search_keys IF NOT EXISTS FOR (node:Person) ON EACH [node.search_keys]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};

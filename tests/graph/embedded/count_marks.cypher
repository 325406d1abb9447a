MATCH (mark:EngineTest) RETURN count(mark) AS marks

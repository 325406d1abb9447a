# The container's first process: takes NEO4J_AUTH=neo4j/PASSWORD as the official image does, then becomes the server.
set -eu
open="--add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED"
classes="$(find lib -name '*.jar' | sort | tr '\n' ':')"
umask 077
printf '%s' "${NEO4J_AUTH#neo4j/}" > password
java $open -cp "$classes" org.neo4j.cli.AdminTool dbms set-initial-password @password
exec java -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 $open -cp "$classes" \
    org.neo4j.server.CommunityEntryPoint --home-dir=/opt/neo4j --config-dir=/opt/neo4j/conf --console-mode

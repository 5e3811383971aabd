#!/bin/sh
# Gives each service its rights at the broker. Run at every `up`; repeating it changes nothing.
set -eu
umask 077
cat >/tmp/administrator.properties <<END
security.protocol=SASL_PLAINTEXT
sasl.mechanism=PLAIN
sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="administrator" password="$BROKER_ADMIN_PASSWORD";
END

# allow <service> <topic|group> <name> <literal|prefixed> <operation> ...
allow() {
  service=$1 kind=$2 name=$3 pattern=$4
  shift 4
  for operation; do
    set -- "$@" --operation "$operation"
    shift
  done
  /opt/kafka/bin/kafka-acls.sh --bootstrap-server broker:9092 --command-config /tmp/administrator.properties \
    --add --allow-principal "User:$service" "--$kind" "$name" --resource-pattern-type "$pattern" "$@"
}

# Each service makes and writes its own topic and no other. Intake reads its own, too, for its index.
allow intake topic "$HOMEWARD_NODE.cases" literal Create Describe Read Write
allow alert topic "$HOMEWARD_NODE.alerts" literal Create Describe Write
allow bridge topic "$HOMEWARD_NODE.handovers" literal Create Describe Write

# And reads those that it follows.
allow intake topic "$HOMEWARD_NODE.alerts" literal Describe Read
allow intake topic "$HOMEWARD_NODE.handovers" literal Describe Read
allow alert topic "$HOMEWARD_NODE.cases" literal Describe Read
allow bridge topic "$HOMEWARD_NODE.cases" literal Describe Read
allow bridge topic "$HOMEWARD_NODE.alerts" literal Describe Read

# What cannot be read is put aside by whoever met it, and tried again.
allow intake topic "$HOMEWARD_NODE.poison" literal Create Describe Read Write
allow alert topic "$HOMEWARD_NODE.poison" literal Create Describe Read Write
allow bridge topic "$HOMEWARD_NODE.poison" literal Create Describe Read Write

# Its place in what it reads: <node>.<service>, and <node>.<service>.<topic> for a second topic.
allow intake group "$HOMEWARD_NODE.intake" prefixed Describe Read
allow alert group "$HOMEWARD_NODE.alert" prefixed Describe Read
allow bridge group "$HOMEWARD_NODE.bridge" prefixed Describe Read

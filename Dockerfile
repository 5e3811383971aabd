# One image per service: docker build --build-arg SERVICE=intake-service .
# (gateway, intake-service, alert-service, partner-bridge-service, console)
ARG JAVA=25.0.3_9
ARG MAVEN=3.9.16-eclipse-temurin-25-noble

# Builds all five, and the program that checks audit trails (docs/operations.md, "The audit trail"); every image
# after the first one finds this stage done.
FROM maven:${MAVEN} AS build
WORKDIR /homeward
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -Dfast -DskipTests \
      -pl gateway,intake-service,alert-service,partner-bridge-service,console,local-node -am package

# Takes one jar apart, so that a change of ours is a small layer on top of large ones that stay.
FROM eclipse-temurin:${JAVA}-jdk-noble AS layers
ARG SERVICE
WORKDIR /layers
COPY --from=build /homeward/${SERVICE}/target/${SERVICE}-*.jar application.jar
RUN java -Djarmode=tools -jar application.jar extract --layers --destination extracted

FROM eclipse-temurin:${JAVA}-jre-noble
# A named volume takes over owner and mode of these directories when it is first mounted there.
RUN install -d -o 10001 -g 10001 -m 0700 /var/lib/homeward /var/lib/homeward-secrets \
      /var/lib/homeward/photos /var/lib/homeward/photos/alert \
      /var/lib/homeward/photos/bridge /var/lib/homeward/photos/intake
WORKDIR /opt/homeward
COPY --chmod=0555 deploy/image/healthy /usr/local/bin/healthy
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
# Both compilers, and the collector of a small heap: with these options the AOT cache is made and used.
# A process with a full heap answers nobody, so it ends and Docker starts it again.
COPY --chmod=0444 deploy/image/jvm.options ./
# What a start loads and links, kept for the next ones. It needs no engines: it ends before anything is
# started, so it knows nothing of how methods behave under load. It fits these jars, this JVM, and heaps
# below 32 GB, hence the heap that is said here: this machine may have more memory than the container.
# The bridge does not start without keys, which no image has: its cache holds what it loads until then.
ARG SERVICE
RUN HOMEWARD_NODE=aa HOMEWARD_DATA=/tmp/training HOMEWARD_BIND=127.0.0.1 HOMEWARD_CONSOLE_SECRET=none \
    java @jvm.options -Xmx448m -XX:AOTCacheOutput=application.aot -Dspring.context.exit=onRefresh -jar application.jar \
 || [ "$SERVICE" = partner-bridge-service ] \
 && test -s application.aot && chmod 0444 application.aot && rm -rf /tmp/training
USER 10001:10001
# Whose health is asked for, and so at which port when nobody says another.
ENV SERVICE=${SERVICE}
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 CMD ["/usr/local/bin/healthy"]
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTMode=auto", "-XX:AOTCache=application.aot", "-jar", "application.jar"]

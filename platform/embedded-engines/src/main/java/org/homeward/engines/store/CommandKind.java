package org.homeward.engines.store;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The kinds of commands of the wire protocol; a command that is not listed is refused. */
enum CommandKind {
  READ,
  WRITE,
  /** Touches no document. */
  PLAIN,
  /** Commands that identify the server or ping it; they need no login. */
  HELLO,
  LOGIN,
  COMPACT,
  UNKNOWN;

  private static final Map<String, CommandKind> BY_NAME = new HashMap<>();

  static {
    names(READ, "find", "aggregate", "getMore", "count", "distinct");
    names(READ, "listCollections", "listIndexes", "listDatabases", "collStats", "dbStats");
    names(WRITE, "insert", "update", "delete", "findAndModify");
    names(WRITE, "create", "createIndexes", "drop", "dropIndexes", "dropDatabase");
    names(PLAIN, "buildInfo", "whatsmyuri", "killCursors", "endSessions");
    names(PLAIN, "connectionStatus", "hostInfo", "getCmdLineOpts", "getLog");
    names(HELLO, "hello", "isMaster", "ping");
    names(LOGIN, "saslStart", "saslContinue");
    names(COMPACT, "compact");
  }

  /** Drivers differ in case, and the engine accepts that: a write must not pass as a read. */
  static CommandKind of(String name) {
    return BY_NAME.getOrDefault(plain(name), UNKNOWN);
  }

  /** All of them, in lower case. */
  static Set<String> names() {
    return Set.copyOf(BY_NAME.keySet());
  }

  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static void names(CommandKind kind, String... names) {
    for (String name : names) {
      BY_NAME.put(plain(name), kind);
    }
  }
}

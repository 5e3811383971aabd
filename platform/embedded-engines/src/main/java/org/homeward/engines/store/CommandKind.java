package org.homeward.engines.store;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a command of the wire protocol needs: a command that nobody put here is not served. */
enum CommandKind {
  READ,
  WRITE,
  /** Touches no document. */
  PLAIN,
  HELLO,
  COMPACT,
  UNKNOWN;

  private static final Map<String, CommandKind> BY_NAME = new HashMap<>();

  static {
    names(READ, "find", "aggregate", "getMore", "count", "distinct");
    names(READ, "listCollections", "listIndexes", "listDatabases", "collStats", "dbStats");
    names(WRITE, "insert", "update", "delete", "findAndModify");
    names(WRITE, "create", "createIndexes", "drop", "dropIndexes", "dropDatabase");
    names(PLAIN, "ping", "buildInfo", "whatsmyuri", "killCursors", "endSessions");
    names(PLAIN, "connectionStatus", "serverStatus", "hostInfo", "getCmdLineOpts", "getLog");
    names(HELLO, "hello", "isMaster");
    names(COMPACT, "compact");
  }

  /** Drivers differ in case, and the engine follows them: a write must not slip by as a read. */
  static CommandKind of(String name) {
    return BY_NAME.getOrDefault(plain(name), UNKNOWN);
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

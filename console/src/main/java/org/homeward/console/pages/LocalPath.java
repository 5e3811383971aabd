package org.homeward.console.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page of the console to go to; whatever else a link names leads to the beginning. */
public final class LocalPath {

  /** Without its case a call would begin a new one, and an exercise would become real. */
  private static final String SUBJECT =
      "(case|child|item|report|instead|contact|update|alert|id)=[0-9a-f-]{36}|partner=[a-z]{2,8}|exercise=true";

  /** The part of a list that is shown. */
  private static final String PART = "(state|standing|order|of)=[A-Z_]{2,20}|by=[a-z]{2,20}";

  private static final String ABOUT = "(" + SUBJECT + "|" + PART + ")";

  private static final Pattern OURS =
      Pattern.compile("(/[A-Za-z0-9._-]+)+(\\?" + ABOUT + "(&" + ABOUT + "){0,2})?");

  private LocalPath() {}

  public static String of(String wished) {
    return isOurs(wished) ? wished : "/";
  }

  /** The page that a request reads, with what it is about. */
  public static String of(String path, @Nullable String query) {
    String whole = path + "?" + query;
    return isOurs(whole) ? whole : of(path);
  }

  /** As a value in the query of another address. */
  public static String inQuery(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  private static boolean isOurs(String wished) {
    return OURS.matcher(wished).matches() && !wished.startsWith("/language/");
  }
}

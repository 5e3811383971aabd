package org.homeward.console.providers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.homeward.console.api.HttpApi;

/** Names of the providers that somebody may choose from. */
public final class HttpProviderNames {

  private HttpProviderNames() {}

  /** By id, in the order of the directory. */
  public static Map<String, String> of(HttpApi api) {
    Map<String, String> names = new LinkedHashMap<>();
    api.read("/api/v1/providers")
        .body()
        .path("providers")
        .forEach(
            each -> names.put(each.path("provider").asString(""), each.path("name").asString("")));
    return names;
  }
}

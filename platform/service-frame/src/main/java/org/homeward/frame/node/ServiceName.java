package org.homeward.frame.node;

import java.util.regex.Pattern;

/**
 * Which service of the node this is; every service declares it as a bean.
 *
 * @param name as in its database {@code <node>_<name>} and its reader's group, such as {@code
 *     alert}
 * @param topic the one topic it writes, without the node, such as {@code alerts}
 */
public record ServiceName(String name, String topic) {

  private static final Pattern WORD = Pattern.compile("[a-z]{2,20}");

  public ServiceName {
    if (!WORD.matcher(name).matches() || !WORD.matcher(topic).matches()) {
      throw new IllegalArgumentException("name and topic are words, a to z");
    }
  }
}

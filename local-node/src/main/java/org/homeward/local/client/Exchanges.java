package org.homeward.local.client;

import java.net.http.HttpRequest;

/** An observer of every request and its answer. */
@FunctionalInterface
public interface Exchanges {
  void seen(HttpRequest request, Answer answer);
}

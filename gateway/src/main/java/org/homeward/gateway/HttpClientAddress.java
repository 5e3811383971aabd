package org.homeward.gateway;

import org.homeward.face.door.Clients;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Names the client of a request to the service. Values from outside have been removed, or were
 * believed because a trusted proxy wrote them.
 */
final class HttpClientAddress implements RequestHttpHeadersFilter, Ordered {

  private static final String FORWARDED = "X-Forwarded-For";

  private final Clients clients;

  HttpClientAddress(Clients clients) {
    this.clients = clients;
  }

  @Override
  public HttpHeaders apply(HttpHeaders headers, ServerRequest request) {
    var told = new HttpHeaders();
    told.putAll(headers);
    told.remove(FORWARDED);
    clients.of(request.servletRequest()).ifPresent(client -> told.set(FORWARDED, client));
    return told;
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}

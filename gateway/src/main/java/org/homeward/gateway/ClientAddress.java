package org.homeward.gateway;

import java.util.function.Function;
import org.homeward.face.door.Clients;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Tells a service for whom the gateway asks. What the outside wrote there is gone, or was believed
 * because a proxy of ours wrote it.
 */
final class ClientAddress implements Function<ServerRequest, ServerRequest> {

  private static final String FORWARDED = "X-Forwarded-For";

  private final Clients clients;

  ClientAddress(Clients clients) {
    this.clients = clients;
  }

  @Override
  public ServerRequest apply(ServerRequest request) {
    return ServerRequest.from(request)
        .headers(
            headers -> {
              headers.remove(FORWARDED);
              clients
                  .of(request.servletRequest())
                  .ifPresent(client -> headers.set(FORWARDED, client));
            })
        .build();
  }
}

package org.homeward.alert.subscribers.subscriptions;

import java.net.URI;

/** The addresses behind the links in mails. */
public final class SubscriptionLinks {

  private static final String PATH = "/api/v1/subscriptions";

  private final URI gateway;
  private final LinkTokens tokens;

  SubscriptionLinks(URI gateway, LinkTokens tokens) {
    this.gateway = gateway;
    this.tokens = tokens;
  }

  URI confirm(String id, Asking asking) {
    String token = tokens.token(LinkTokens.Purpose.CONFIRM, id, asking.nonce());
    return URI.create(gateway + PATH + "/confirm/" + token);
  }

  /**
   * Opens the page of preferences, once; the console shows it.
   *
   * @param nonce of the asking
   */
  public URI preferences(String id, String nonce) {
    String token = tokens.token(LinkTokens.Purpose.PREFERENCES, id, nonce);
    return URI.create(gateway + "/preferences/open/" + token);
  }

  /** Works for ever. */
  public URI leave(String id) {
    return URI.create(gateway + PATH + "/leave/" + tokens.token(LinkTokens.Purpose.LEAVE, id, ""));
  }
}

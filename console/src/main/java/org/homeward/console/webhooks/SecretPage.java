package org.homeward.console.webhooks;

/**
 * A new key of a webhook, shown once.
 *
 * @param secret empty when it was shown before
 * @param publicKey the half of it that is no secret
 */
record SecretPage(String id, String name, String secret, String publicKey) {

  @Override
  public String toString() {
    return "SecretPage[" + id + "]";
  }
}

package org.homeward.alert.subscribers.mail;

/** Keeps mails from a domain that does not take any at the moment. */
public interface Breakers {

  /** Never holds anything back. */
  Breakers NONE =
      new Breakers() {
        @Override
        public boolean permits(String domain) {
          return true;
        }

        @Override
        public void learn(String domain, MailResult result) {}
      };

  boolean permits(String domain);

  void learn(String domain, MailResult result);
}

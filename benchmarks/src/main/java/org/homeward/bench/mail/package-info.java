/** A mail server that only counts, and a sender that does nothing else. */
package org.homeward.bench.mail;

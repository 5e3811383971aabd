/** Mails as they are handed over for delivery, and what became of them. */
package org.homeward.alert.mailing;

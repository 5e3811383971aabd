/** Mails, the port that hands them over, and SMTP behind it. */
package org.homeward.alert.subscribers.mail;

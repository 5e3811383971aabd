/** Mail over SMTP. */
package org.homeward.alert.mail;

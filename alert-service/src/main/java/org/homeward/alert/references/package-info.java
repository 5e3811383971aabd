/** Tells which case a short code is about: one that police read out, or one that a mail has. */
package org.homeward.alert.references;

/** Locked pictures leave for police, as files that only police can open. */
package org.homeward.intake.photos.police;

/** Guesses of secrets are slowed down and counted; the right secret always works. */
package org.homeward.face.guessing;

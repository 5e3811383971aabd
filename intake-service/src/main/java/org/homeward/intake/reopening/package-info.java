/** A child of a case that has ended is missing again: a new episode of the same child. */
package org.homeward.intake.reopening;

/** Persons decide about a case as a whole; some of it takes two, and the first word waits. */
package org.homeward.intake.rulings;

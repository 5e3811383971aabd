/** What persons decide about a whole case; what no one person decides waits for a second word. */
package org.homeward.intake.rulings;

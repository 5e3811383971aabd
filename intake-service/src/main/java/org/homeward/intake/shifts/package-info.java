/** The notes that one shift leaves to the next, and their acceptance. */
package org.homeward.intake.shifts;

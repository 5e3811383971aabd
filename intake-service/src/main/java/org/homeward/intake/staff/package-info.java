/** The people who work at this node, as their tokens and the register of authorities have shown. */
package org.homeward.intake.staff;

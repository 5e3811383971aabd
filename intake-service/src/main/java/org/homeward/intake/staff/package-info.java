/** Supervisors, authorities and data-protection officers, as their tokens have shown them. */
package org.homeward.intake.staff;

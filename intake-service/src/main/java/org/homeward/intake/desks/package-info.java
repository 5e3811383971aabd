/** Copies of police desks: whom a release reaches, and what the data-protection officer checks. */
package org.homeward.intake.desks;

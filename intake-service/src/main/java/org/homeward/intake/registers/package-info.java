/**
 * Copies of alert's registers: whom a release reaches, and what the data-protection officer checks.
 */
package org.homeward.intake.registers;

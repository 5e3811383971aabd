/**
 * Finds cases by a code, a number, a reference or a name, from an index in this process's memory.
 */
package org.homeward.intake.finding;

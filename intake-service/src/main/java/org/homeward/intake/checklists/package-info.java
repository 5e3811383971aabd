/** Checklists: items to be done by category, risk and country, as data, with a clock each. */
package org.homeward.intake.checklists;

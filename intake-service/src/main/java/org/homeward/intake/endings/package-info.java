/** Children are located, episodes end, cases are erased; after a restore all that again. */
package org.homeward.intake.endings;

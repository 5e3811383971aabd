/** Files of other systems are taken row by row: a dry run first, then each row is a held report. */
package org.homeward.intake.imports;

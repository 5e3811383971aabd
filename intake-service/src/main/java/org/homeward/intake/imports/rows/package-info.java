/** Rows of files that another system wrote, and what one of them means here; pure functions. */
package org.homeward.intake.imports.rows;

/** The risk and the category of a case: asked, proposed, decided, and what was decided before. */
package org.homeward.console.risk;

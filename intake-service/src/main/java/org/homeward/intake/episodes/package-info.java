/** Which children of cases are one child, as people have said and may take back. */
package org.homeward.intake.episodes;

/** Tips of anybody who may have seen a child: taken, graded, tied to a case, made a report. */
package org.homeward.intake.tips;

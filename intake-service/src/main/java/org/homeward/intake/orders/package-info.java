/** Police say whether there are custody or protection orders before an alert goes out. */
package org.homeward.intake.orders;

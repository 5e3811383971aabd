/** Tells the police what they may know, through feeds. */
package org.homeward.alert;

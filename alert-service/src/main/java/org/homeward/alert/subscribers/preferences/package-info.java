/**
 * The page on which a volunteer chooses languages, areas, hours and channels, and the phones of
 * volunteers.
 */
package org.homeward.alert.subscribers.preferences;

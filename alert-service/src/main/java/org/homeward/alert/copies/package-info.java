/** What this service keeps of cases, as their own topic tells it. */
package org.homeward.alert.copies;

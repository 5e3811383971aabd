/** What a service keeps of cases, as their own topic tells it. */
package org.homeward.copies;

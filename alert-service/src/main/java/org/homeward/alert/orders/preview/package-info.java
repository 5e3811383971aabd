/** What an author asks for, and the exact words that are made of it and approved. */
package org.homeward.alert.orders.preview;

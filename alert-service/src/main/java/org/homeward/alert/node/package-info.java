/** What every room knows of its node, and the words in which the service refuses. */
package org.homeward.alert.node;

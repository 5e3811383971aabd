/** What administrators can ask and do at the actuator. */
package org.homeward.frame.operate;

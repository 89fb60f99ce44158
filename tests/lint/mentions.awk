# SPDX-License-Identifier: MIT
# mentions.awk - the project stands alone: no path of somebody's machine, none that leads out of the tree.

/(^|[^A-Za-z0-9._~$}-])\/(home|root|work|tmp|mnt|Users)\// {
    fault("a path of one machine")
}

/(^|[^A-Za-z0-9_-])shared\// {
    fault("a path out of the project")
}

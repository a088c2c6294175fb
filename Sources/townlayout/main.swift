print("townlayout")
